// @ts-check
// Snowball's French stemmer as in libstemmer 2.2, which the index is built with; described at
// https://snowballstem.org/algorithms/french/stemmer.html.
//
// Capitals mark vowel letters that are consonants here, and H a diaeresis taken apart: ë is He.

export { stopWords } from "./stop-words-fr.js";

/** @param {string} source V stands for the vowels */
const pattern = (source, flags = "u") =>
  new RegExp(source.replace(/V/g, "aeiouyâàëéêèïîôûù"), flags);

/**
 * A pattern is tried from the left, so it finds the longest suffix that ends a word.
 * @param {string} suffixes
 */
const among = (suffixes) => new RegExp(`(?:${suffixes.replace(/ /g, "|")})$`);

// Ends in the letter to mark.
const marked = pattern("[V][iu](?=[V])|[V]y|y(?=[V])|qu", "gu");
const verbRegion = pattern("^(?:[V][V].|par|col|tap|.[^V]*[V])", "su");
const nextRegion = pattern("[V][^V]", "gu");
const accented = pattern("[éè]([^V]+)$");
const endsInVowel = pattern("[V]$");
const endsInConsonant = pattern("[^V]$");

const iVerb = among(
  "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront " +
    "is issaIent issais issait issant issante issantes issants isse issent isses issez issiez " +
    "issions issons it");
const verb = among(
  "ions é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez " +
    "iez âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions");
const unmarked = new Map([["He", "ë"], ["Hi", "ï"], ["H", ""], ["I", "i"], ["U", "u"], ["Y", "y"]]);

/**
 * The stem of a lower-case word.
 * @param {string} text
 */
export function stem(text) {
  let word = text
    .replace(marked, (found) => found.slice(0, -1) + found.slice(-1).toUpperCase())
    .replace(/ë/g, "He")
    .replace(/ï/g, "Hi");

  nextRegion.lastIndex = 0;
  const [r1, r2] = [0, 0].map(() => (nextRegion.test(word) ? nextRegion.lastIndex : word.length));
  const rv = verbRegion.exec(word)?.[0].length ?? word.length;

  // Where the suffix begins that was found last.
  let at = 0;
  /** @param {RegExp} suffixes */
  const ends = (suffixes, from = 0) => {
    const found = suffixes.exec(word.slice(from));
    if (found) at = from + found.index;
    return found ? found[0] : "";
  };
  const put = (suffix = "") => {
    word = word.slice(0, at) + suffix;
    return true;
  };
  const stemEnds = (/** @type {RegExp} */ letters, from = 0) => letters.test(word.slice(from, at));

  const standard = () => {
    if (ends(/(?:ance|iqUe|isme|able|iste)s?$|eux$/)) return at >= r2 && put();
    if (ends(/(?:atrice|ateur|ation)s?$/)) {
      if (at < r2) return false;
      put();
      if (ends(/ic$/)) put(at >= r2 ? "" : "iqU");
      return true;
    }
    if (ends(/logies?$/)) return at >= r2 && put("log");
    if (ends(/u[st]ions?$/)) return at >= r2 && put("u");
    if (ends(/ences?$/)) return at >= r2 && put("ent");
    if (ends(/issements?$/)) return at >= r1 && stemEnds(endsInConsonant) && put();
    if (ends(/ements?$/)) {
      if (at < rv) return false;
      put();
      switch (ends(/iv$|eus$|abl$|iqU$|[iI]èr$/)) {
        case "":
          break;
        case "iv":
          if (at >= r2 && put() && ends(/at$/) && at >= r2) put();
          break;
        case "eus":
          if (at >= r2) put();
          else if (at >= r1) put("eux");
          break;
        case "ièr":
        case "Ièr":
          if (at >= rv) put("i");
          break;
        default:
          if (at >= r2) put();
      }
      return true;
    }
    if (ends(/ités?$/)) {
      if (at < r2) return false;
      put();
      const before = ends(/abil$|ic$|iv$/);
      if (before && at >= r2) put();
      else if (before === "abil") put("abl");
      else if (before === "ic") put("iqU");
      return true;
    }
    if (ends(/i(?:f|ve)s?$/)) {
      if (at < r2) return false;
      put();
      if (ends(/at$/) && at >= r2 && put() && ends(/ic$/)) put(at >= r2 ? "" : "iqU");
      return true;
    }
    if (ends(/eaux$/)) return put("eau");
    if (ends(/aux$/)) return at >= r1 && put("al");
    if (ends(/euses?$/)) return at >= r2 ? put() : at >= r1 && put("eux");
    // Adverbs lose -ment and are then treated as the participles that they come from.
    if (ends(/[ae]mment$/)) {
      if (at >= rv) put(word[at] + "nt");
    } else if (ends(/ments?$/) && stemEnds(endsInVowel, rv)) put();
    return false;
  };
  const verbal = () => {
    if (ends(iVerb, rv) && stemEnds(endsInConsonant, rv) && word[at - 1] !== "H") return put();
    const suffix = ends(verb, rv);
    if (!suffix || suffix === "ions" && at < r2) return false;
    put();
    if (/^[aâ]/.test(suffix) && ends(/e$/, rv)) put();
    return true;
  };

  if (standard() || verbal()) {
    word = word.replace(/Y$/, "i").replace(/ç$/, "c");
  } else {
    word = word.replace(/(Hi|[^aiouès])s$/u, "$1");
    const suffix = ends(/ion$|[iI]er$|[iI]ère$|e$/, rv);
    if (suffix === "ion") at >= r2 && stemEnds(/[st]$/, rv) && put();
    else if (suffix) put(suffix === "e" ? "" : "i");
  }
  return word
    .replace(/(?:[eo]nn|ett|ei?ll)$/, (end) => end.slice(0, -1))
    .replace(accented, "e$1")
    .replace(/H[ei]?|[IUY]/g, (found) => unmarked.get(found) ?? found);
}
