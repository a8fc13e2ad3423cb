#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm/registry.h>
#include <cmark-gfm/parser.h>
#include <cmark-gfm/node.h>
#include <cmark-gfm/houdini.h>

// The public getters copy each string into memory of its own to end it with NUL. These give the
// bytes where they lie; they live as long as the tree.
typedef struct {
  const unsigned char *data;
  int32_t count;
} balise_bytes;

static inline balise_bytes balise_chunk(cmark_chunk chunk) {
  balise_bytes bytes = {chunk.data, chunk.len};
  return bytes;
}

static inline balise_bytes balise_literal(const cmark_node *node) {
  return balise_chunk(node->as.literal);
}

static inline balise_bytes balise_code_literal(const cmark_node *node) {
  return balise_chunk(node->as.code.literal);
}

static inline balise_bytes balise_code_info(const cmark_node *node) {
  return balise_chunk(node->as.code.info);
}

static inline int32_t balise_code_is_fenced(const cmark_node *node) {
  return node->as.code.fenced != 0;
}

static inline balise_bytes balise_link_url(const cmark_node *node) {
  return balise_chunk(node->as.link.url);
}

static inline balise_bytes balise_link_title(const cmark_node *node) {
  return balise_chunk(node->as.link.title);
}

// The text of a paragraph, heading or cell as the inline parser saw it: without what precedes
// each line. No public getter gives it once inlines are parsed.
static inline balise_bytes balise_content(const cmark_node *node) {
  balise_bytes bytes = {node->content.ptr, node->content.size};
  return bytes;
}

// Footnotes have no public getters at all.
static inline balise_bytes balise_footnote_label(const cmark_node *node) {
  if (node->type == CMARK_NODE_FOOTNOTE_REFERENCE) {
    if (node->parent_footnote_def == NULL) {
      balise_bytes none = {NULL, 0};
      return none;
    }
    return balise_chunk(node->parent_footnote_def->as.literal);
  }
  return balise_chunk(node->as.literal);
}

static inline int32_t balise_footnote_number(const cmark_node *node) {
  return node->type == CMARK_NODE_FOOTNOTE_REFERENCE ? node->footnote.ref_ix
                                                     : node->footnote.def_count;
}

// A task is an item that belongs to an extension; it has no type of its own.
static inline int32_t balise_is_task(const cmark_node *node) { return node->extension != NULL; }

// Writes an address as the inline parser cleans it: entities, then backslashes resolved.
// `buffer` has room for `count` bytes; the result is never longer. Gives the length.
static inline int32_t balise_clean_url(const unsigned char *source, int32_t count,
                                       unsigned char *buffer) {
  cmark_strbuf text;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &text, 0);
  houdini_unescape_html_f(&text, source, count);
  cmark_strbuf_unescape(&text);
  int32_t length = text.size < count ? text.size : count;
  if (length > 0) memcpy(buffer, text.ptr, (size_t)length);
  cmark_strbuf_free(&text);
  return length;
}

// Resolves HTML's character references, all those of HTML 5. Gives the length.
static inline int32_t balise_decode_references(const unsigned char *source, int32_t count,
                                               unsigned char *buffer, int32_t capacity) {
  cmark_strbuf text;
  cmark_strbuf_init(cmark_get_default_mem_allocator(), &text, 0);
  houdini_unescape_html_f(&text, source, count);
  int32_t length = text.size < capacity ? text.size : capacity;
  if (length > 0) memcpy(buffer, text.ptr, (size_t)length);
  cmark_strbuf_free(&text);
  return length;
}
