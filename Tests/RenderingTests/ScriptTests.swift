import Testing

@testable import Rendering

@Suite struct ScriptTests {
  private func compacted(_ text: String) -> String {
    String(decoding: Script(Array(text.utf8)).compacted(), as: UTF8.self)
  }

  @Test(arguments: [
    ("a = 1 // one\n\n  b = 2\n", "a=1\nb=2\n"),
    ("f({\n  a,\n  b: 2,\n});\n\n  g()\n", "f({a,b:2,});g()\n"),
    ("/* head */\nx /* in */ = 1 /*\n*/ y", "x=1\ny\n"),
    ("/*! licence */ a", "/*! licence */a\n"),
    ("a + ++b - -c", "a+ ++b- -c\n"),
    ("x ? .5 : 1 .toFixed", "x? .5:1 .toFixed\n"),
    ("return x\nelse if (a) {\n}\n", "return x\nelse if(a){}\n"),
    ("async (x) => x ?? y", "async(x)=>x??y\n"),
    ("s = '// no /* no */'  +  \"\\\"//\";", "s='// no /* no */'+\"\\\"//\";\n"),
    (
      "t = `a  // ${f({ b: `}  ${c}` })}  /* no */`;",
      "t=`a  // ${f({ b: `}  ${c}` })}  /* no */`;\n"
    ),
    ("r = /[/*\"']\\//gu // end", "r= /[/*\"']\\//gu\n"),
    ("n = a / b / c; // '", "n=a/b/c;\n"),
    ("n = i++ / 2; m = (a) / b /2 // x\n", "n=i++ /2;m=(a)/b/2\n"),
    ("return /'/.test(x) // x", "return /'/.test(x)\n"),
    ("x = a[0] / 2 + '/'", "x=a[0]/2+'/'\n"),
    ("é = 'œ';\r\n\t\tß", "é='œ';ß\n"),
    ("// nothing\n", ""),
  ])
  func `comments and blanks go, and nothing else`(source: String, expected: String) {
    #expect(compacted(source) == expected)
  }

  @Test(arguments: ["'", "`${", "/*", "//", "/[", "`${`${", "'\\", "`\\", "/\\", "a = /"])
  func `what does not end is read to the end`(source: String) {
    #expect(compacted(source).utf8.count <= source.utf8.count + 1)
  }

  @Test func `imports are found where they are ones`() {
    let source = """
      import { a } from "./a.js";
      import './b.js';
      export { c } from "../c.js"; // import "./no.js"
      const d = () => import("./d.js"), no = Array.from("./no.js"), text = 'from "./no.js"';
      """
    let script = Script(Array(source.utf8))
    let result = script.importing { $0.hasSuffix("b.js") ? nil : "<\($0)>" }
    #expect(
      String(decoding: result, as: UTF8.self) == """
        import { a } from "<./a.js>";
        import './b.js';
        export { c } from "<../c.js>"; // import "./no.js"
        const d = () => import("<./d.js>"), no = Array.from("./no.js"), text = 'from "./no.js"';
        """)
  }

  @Test func `the theme's scripts keep every token`() {
    for file in DefaultTheme.files where file.path.hasSuffix(".js") {
      let before = Script(Array(file.text.utf8))
      let after = Script(before.compacted())
      #expect(after.compacted() == before.compacted(), "\(file.path)")
      #expect(
        before.significantTokens.map(before.text) == after.significantTokens.map(after.text),
        "\(file.path)")
    }
  }

  @Test func `a module is taken apart at its imports and exports`() throws {
    let source = """
      import { a, b as c } from "./a.js";
      import "./b.js";
      export { d } from "./d.js";
      export const [E, F] = [1, 2];
      export async function g() { return import("./g.js"); }
      class H {}
      export { H as I };
      """
    let module = try #require(ScriptModule(Array(source.utf8)))
    #expect(module.imports.map(\.address) == ["./a.js", "./b.js", "./d.js"])
    #expect(module.imports[0].bindings.map(\.local) == ["a", "c"])
    #expect(module.exports.map(\.name) == ["d", "E", "F", "g", "I"])
    #expect(module.exports.map(\.local) == ["d", "E", "F", "g", "H"])
    #expect(
      String(decoding: Script(module.body).compacted(), as: UTF8.self) == """
        const[E,F]=[1,2];async function g(){return import("./g.js");}
        class H{}

        """)
  }

  @Test(arguments: [
    "import a from './a.js'", "import * as a from './a.js'", "export default 1",
    "export * from './a.js'", "export const { a: b } = c", "export let a", "import {", "export",
  ])
  func `other imports and exports make no module`(source: String) {
    #expect(ScriptModule(Array(source.utf8)) == nil)
  }
}
