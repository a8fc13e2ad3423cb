// The button of the theme and the menus, as on the site.
import { startMenus } from "./menus.js";
import { startTheme } from "./theme.js";

startTheme();
startMenus();
