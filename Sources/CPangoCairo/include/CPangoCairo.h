#pragma once
#include <stddef.h>

// A picture that text and plain shapes are drawn on, by Pango and Cairo.
//
// Both are loaded when the first picture is drawn, not when the program starts: with what they need
// they are some thirty libraries, which would make every other command start 10 ms later and every
// server carry them.

/// A picture under way.
typedef struct balise_canvas balise_canvas;

/// A colour; each part from 0 to 1.
typedef struct {
  double red, green, blue;
} balise_colour;

/// How a text is set.
typedef struct {
  const char *families;  ///< Names of typefaces, by comma.
  double size;           ///< In pixels.
  int weight;            ///< 400 is regular, 700 bold.
  double width;          ///< Where lines break, in pixels.
  int lines;             ///< How many there may be; the last one then ends in an ellipsis.
  const char *language;  ///< A language tag, for the shapes of letters.
} balise_text_style;

/// What a text takes up.
typedef struct {
  double width, height;
  int isCut;      ///< Whether it ends in an ellipsis.
  int isUnknown;  ///< Whether no typeface here has one of its characters.
} balise_text_size;

/// The version of Pango, or null where the libraries are missing. May be called from any thread.
const char *balise_pango_version(void);

/// A new picture on one ground, or null without memory or libraries.
balise_canvas *balise_canvas_new(int width, int height, balise_colour ground);
void balise_canvas_free(balise_canvas *canvas);

/// A rectangle with rounded corners, filled.
void balise_canvas_box(balise_canvas *canvas, double x, double y, double width, double height,
                       double radius, balise_colour colour);
/// An arc as a line, from one angle to another in radians; a whole disc where `line` is 0.
void balise_canvas_arc(balise_canvas *canvas, double x, double y, double radius, double from,
                       double to, double line, balise_colour colour);
/// Two points joined by a line with round ends.
void balise_canvas_line(balise_canvas *canvas, double x1, double y1, double x2, double y2,
                        double line, balise_colour colour);

/// Measures a text, and draws it where `isDrawn` is not 0.
balise_text_size balise_canvas_text(balise_canvas *canvas, const char *text, balise_text_style style,
                                    double x, double y, balise_colour colour, int isDrawn);

/// Hands the picture out as PNG, in pieces; 0 when that fails.
int balise_canvas_png(balise_canvas *canvas, void *context,
                      void (*write)(void *context, const unsigned char *bytes, unsigned int count));
