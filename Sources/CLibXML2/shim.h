#pragma once
// Debian's libxml2 is built with ICU and its headers pull in ICU's, whose types clash with
// Foundation's own copy ("'UErrorCode' has different definitions"). Nothing here needs ICU's types.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/tree.h>
#include <libxml/parser.h>
#include <libxml/xmlwriter.h>
