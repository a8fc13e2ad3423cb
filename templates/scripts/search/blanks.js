// @ts-check

/**
 * A text in which no-break spaces, as French has them before a colon, are spaces like any other:
 * QuotedText.swift.
 * @param {string} text
 */
export const withPlainBlanks = (text) => text.replace(/[\u00a0\u2007\u202f]/g, " ");
