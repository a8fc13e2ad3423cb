// The interface's texts and the names of categories and levels, which the search page holds for all.
export class Wording {
  constructor(page) {
    this.texts = page.getElementById("results").dataset;
    this.page = page;
    this.locale = document.documentElement.lang;
    this.plural = new Intl.PluralRules(this.locale);
    this.numbers = new Intl.NumberFormat(this.locale);
    this.rating = new Intl.NumberFormat(this.locale, { maximumFractionDigits: 1 });
    // English dates are written as the build writes them: 3 March 2026.
    this.dates = new Intl.DateTimeFormat(this.locale === "en" ? "en-GB" : this.locale, { dateStyle: "long", timeZone: "UTC" });
    this.names = new Map();
    for (const option of page.querySelectorAll("select[name] option[value]")) {
      if (!option.value) continue;
      const name = option.parentElement.name;
      const label = (option.dataset.label ?? option.textContent).trim();
      this.names.set(`${name}:${option.value}`, label);
    }
  }

  name(kind, key) {
    return this.names.get(`${kind}:${key}`) ?? key ?? "";
  }

  number(count) {
    return this.numbers.format(count);
  }

  day(text) {
    return this.dates.format(new Date(`${text}T00:00:00Z`));
  }

  // `12 articles for “heat”`, or without a query `12 articles`.
  summary(total, query) {
    const form = this.plural.select(total) === "one" ? "one" : "other";
    const pattern = query ? this.texts[form] : this.texts[`${form}All`];
    return pattern.replace("{count}", this.number(total)).replace("{query}", query);
  }

  nothing(query) {
    return query ? this.texts.none.replace("{query}", query) : this.texts.noneAll;
  }

  views(count) {
    const form = this.plural.select(count) === "one" ? "viewsOne" : "viewsOther";
    return this.texts[form].replace("{count}", this.number(count));
  }
}
