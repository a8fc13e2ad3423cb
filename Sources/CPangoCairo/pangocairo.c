#include "CPangoCairo.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stdlib.h>

// The few functions that are used, as the headers of Cairo 1.x and Pango 1.x declare them; neither
// has changed one of them since 2012.
typedef struct _cairo cairo_t;
typedef struct _cairo_surface cairo_surface_t;
typedef struct _PangoLayout PangoLayout;
typedef struct _PangoFontDescription PangoFontDescription;
typedef struct _PangoLanguage PangoLanguage;
typedef int (*png_writer)(void *, const unsigned char *, unsigned int);

enum { FORMAT_RGB24 = 1, STATUS_SUCCESS = 0, LINE_CAP_ROUND = 1 };
enum { PANGO_UNIT = 1024, WRAP_WORD_CHAR = 2, ELLIPSIZE_END = 3 };

#define FUNCTIONS(F)                                                                          \
  F(cairo_surface_t *, cairo_image_surface_create, (int, int, int))                           \
  F(int, cairo_surface_status, (cairo_surface_t *))                                           \
  F(void, cairo_surface_flush, (cairo_surface_t *))                                           \
  F(void, cairo_surface_destroy, (cairo_surface_t *))                                         \
  F(int, cairo_surface_write_to_png_stream, (cairo_surface_t *, png_writer, void *))          \
  F(cairo_t *, cairo_create, (cairo_surface_t *))                                             \
  F(int, cairo_status, (cairo_t *))                                                           \
  F(void, cairo_destroy, (cairo_t *))                                                         \
  F(void, cairo_set_source_rgb, (cairo_t *, double, double, double))                          \
  F(void, cairo_set_line_width, (cairo_t *, double))                                          \
  F(void, cairo_set_line_cap, (cairo_t *, int))                                               \
  F(void, cairo_paint, (cairo_t *))                                                           \
  F(void, cairo_fill, (cairo_t *))                                                            \
  F(void, cairo_stroke, (cairo_t *))                                                          \
  F(void, cairo_new_sub_path, (cairo_t *))                                                    \
  F(void, cairo_close_path, (cairo_t *))                                                      \
  F(void, cairo_move_to, (cairo_t *, double, double))                                         \
  F(void, cairo_line_to, (cairo_t *, double, double))                                         \
  F(void, cairo_arc, (cairo_t *, double, double, double, double, double))                     \
  F(PangoLayout *, pango_cairo_create_layout, (cairo_t *))                                    \
  F(void, pango_cairo_show_layout, (cairo_t *, PangoLayout *))                                \
  F(void, pango_layout_set_text, (PangoLayout *, const char *, int))                          \
  F(void, pango_layout_set_width, (PangoLayout *, int))                                       \
  F(void, pango_layout_set_height, (PangoLayout *, int))                                      \
  F(void, pango_layout_set_wrap, (PangoLayout *, int))                                        \
  F(void, pango_layout_set_ellipsize, (PangoLayout *, int))                                   \
  F(void, pango_layout_set_font_description, (PangoLayout *, const PangoFontDescription *))   \
  F(void, pango_layout_get_pixel_size, (PangoLayout *, int *, int *))                         \
  F(int, pango_layout_is_ellipsized, (PangoLayout *))                                         \
  F(int, pango_layout_get_unknown_glyphs_count, (PangoLayout *))                              \
  F(void *, pango_layout_get_context, (PangoLayout *))                                        \
  F(void, pango_context_set_language, (void *, PangoLanguage *))                              \
  F(PangoLanguage *, pango_language_from_string, (const char *))                              \
  F(PangoFontDescription *, pango_font_description_new, (void))                               \
  F(void, pango_font_description_free, (PangoFontDescription *))                              \
  F(void, pango_font_description_set_family, (PangoFontDescription *, const char *))          \
  F(void, pango_font_description_set_weight, (PangoFontDescription *, int))                   \
  F(void, pango_font_description_set_absolute_size, (PangoFontDescription *, double))         \
  F(const char *, pango_version_string, (void))                                               \
  F(void, g_object_unref, (void *))

static struct {
#define DECLARE(result, name, parameters) result(*name) parameters;
  FUNCTIONS(DECLARE)
} lib;

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *version;

static void load(void) {
  void *handle = dlopen("libpangocairo-1.0.so.0", RTLD_NOW | RTLD_LOCAL);
  if (!handle) return;
#define RESOLVE(result, name, parameters) \
  if (!(*(void **)&lib.name = dlsym(handle, #name))) return;
  FUNCTIONS(RESOLVE)
  version = lib.pango_version_string();
}

const char *balise_pango_version(void) {
  pthread_once(&once, load);
  return version;
}

struct balise_canvas {
  cairo_surface_t *surface;
  cairo_t *cairo;
};

static void paint(balise_canvas *canvas, balise_colour colour) {
  lib.cairo_set_source_rgb(canvas->cairo, colour.red, colour.green, colour.blue);
}

balise_canvas *balise_canvas_new(int width, int height, balise_colour ground) {
  if (!balise_pango_version()) return NULL;
  balise_canvas *canvas = malloc(sizeof *canvas);
  if (!canvas) return NULL;
  canvas->surface = lib.cairo_image_surface_create(FORMAT_RGB24, width, height);
  canvas->cairo = lib.cairo_create(canvas->surface);
  if (lib.cairo_status(canvas->cairo) != STATUS_SUCCESS) {
    balise_canvas_free(canvas);
    return NULL;
  }
  paint(canvas, ground);
  lib.cairo_paint(canvas->cairo);
  return canvas;
}

void balise_canvas_free(balise_canvas *canvas) {
  if (!canvas) return;
  lib.cairo_destroy(canvas->cairo);
  lib.cairo_surface_destroy(canvas->surface);
  free(canvas);
}

void balise_canvas_box(balise_canvas *canvas, double x, double y, double width, double height,
                       double radius, balise_colour colour) {
  const double quarter = 1.5707963267948966;
  double right = x + width - radius, bottom = y + height - radius;
  lib.cairo_new_sub_path(canvas->cairo);
  lib.cairo_arc(canvas->cairo, right, y + radius, radius, -quarter, 0);
  lib.cairo_arc(canvas->cairo, right, bottom, radius, 0, quarter);
  lib.cairo_arc(canvas->cairo, x + radius, bottom, radius, quarter, 2 * quarter);
  lib.cairo_arc(canvas->cairo, x + radius, y + radius, radius, 2 * quarter, 3 * quarter);
  lib.cairo_close_path(canvas->cairo);
  paint(canvas, colour);
  lib.cairo_fill(canvas->cairo);
}

static void stroke(balise_canvas *canvas, double line, balise_colour colour) {
  paint(canvas, colour);
  lib.cairo_set_line_width(canvas->cairo, line);
  lib.cairo_set_line_cap(canvas->cairo, LINE_CAP_ROUND);
  lib.cairo_stroke(canvas->cairo);
}

void balise_canvas_arc(balise_canvas *canvas, double x, double y, double radius, double from,
                       double to, double line, balise_colour colour) {
  lib.cairo_new_sub_path(canvas->cairo);
  lib.cairo_arc(canvas->cairo, x, y, radius, from, to);
  if (line > 0) {
    stroke(canvas, line, colour);
    return;
  }
  paint(canvas, colour);
  lib.cairo_fill(canvas->cairo);
}

void balise_canvas_line(balise_canvas *canvas, double x1, double y1, double x2, double y2,
                        double line, balise_colour colour) {
  lib.cairo_move_to(canvas->cairo, x1, y1);
  lib.cairo_line_to(canvas->cairo, x2, y2);
  stroke(canvas, line, colour);
}

balise_text_size balise_canvas_text(balise_canvas *canvas, const char *text, balise_text_style style,
                                    double x, double y, balise_colour colour, int isDrawn) {
  PangoLayout *layout = lib.pango_cairo_create_layout(canvas->cairo);
  PangoFontDescription *font = lib.pango_font_description_new();
  lib.pango_font_description_set_family(font, style.families);
  lib.pango_font_description_set_weight(font, style.weight);
  lib.pango_font_description_set_absolute_size(font, style.size * PANGO_UNIT);
  lib.pango_context_set_language(lib.pango_layout_get_context(layout),
                                 lib.pango_language_from_string(style.language));
  lib.pango_layout_set_font_description(layout, font);
  lib.pango_layout_set_wrap(layout, WRAP_WORD_CHAR);
  lib.pango_layout_set_width(layout, (int)(style.width * PANGO_UNIT));
  // Pango counts lines where the height is negative.
  lib.pango_layout_set_height(layout, -style.lines);
  lib.pango_layout_set_ellipsize(layout, ELLIPSIZE_END);
  lib.pango_layout_set_text(layout, text, -1);
  int width = 0, height = 0;
  lib.pango_layout_get_pixel_size(layout, &width, &height);
  balise_text_size size = {width, height, lib.pango_layout_is_ellipsized(layout),
                           lib.pango_layout_get_unknown_glyphs_count(layout) > 0};
  if (isDrawn) {
    paint(canvas, colour);
    lib.cairo_move_to(canvas->cairo, x, y);
    lib.pango_cairo_show_layout(canvas->cairo, layout);
  }
  lib.pango_font_description_free(font);
  lib.g_object_unref(layout);
  return size;
}

struct sink {
  void *context;
  void (*write)(void *, const unsigned char *, unsigned int);
};

static int pass_on(void *closure, const unsigned char *bytes, unsigned int count) {
  struct sink *sink = closure;
  sink->write(sink->context, bytes, count);
  return STATUS_SUCCESS;
}

int balise_canvas_png(balise_canvas *canvas, void *context,
                      void (*write)(void *, const unsigned char *, unsigned int)) {
  struct sink sink = {context, write};
  lib.cairo_surface_flush(canvas->surface);
  return lib.cairo_surface_write_to_png_stream(canvas->surface, pass_on, &sink) == STATUS_SUCCESS;
}
