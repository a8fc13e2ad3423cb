// Searching, loaded when somebody begins to: the search page, the dialog, and fields that answer in place.
export { attach } from "./find/page.js";
export { attachField, openDialog, prepare } from "./find/dialog.js";
