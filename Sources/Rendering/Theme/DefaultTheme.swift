/// The theme that is compiled into the program; its files are those of `templates/`.
enum DefaultTheme {}
