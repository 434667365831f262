// Sheets and sentences side by side in a built file.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gathered } from './gather.ts';

const FILE = `import { t as table, i as css$1 } from "./user-admin.js";

// widget/one.ts
const ORDER = 1;
const oneStrings = table("oneStrings", {
	a: "One",
	b: (n) => \`\${n} of them\`
});
const look = css$1\`:host{display:grid}\`;
const readStrings = table("readStrings", { a: LATER });
var OneElement = class extends LitElement {
	static styles = [base, css$1\`p{margin:0}\`];
	text = html\`<p>\${oneStrings.a}</p>\`;
};
`;

describe('what is alike in a built file', () => {
  const made = gathered(FILE);
  const lines = made.split('\n');

  it('stands together behind what the file imports: sheets, then sentences', () => {
    assert.equal(
      lines[0],
      'import { t as table, i as css$1 } from "./user-admin.js";' +
        'const look = css$1`:host{display:grid}`;const sheet$1 = css$1`p{margin:0}`;' +
        'const oneStrings = table("oneStrings", { a: "One", b: (n) => `${n} of them` });',
    );
    assert.ok(made.includes('static styles = [base, sheet$1];'));
  });

  it('stays where it is if something has to be there before it', () => {
    assert.ok(lines.includes('const readStrings = table("readStrings", { a: LATER });'));
  });

  it('leaves all else in its line', () => {
    const place = (text: string, line: string) => text.split('\n').findIndex((one) => one.includes(line));
    for (const line of ['const ORDER', 'var OneElement', 'text = html'])
      assert.equal(place(made, line), place(FILE, line));
    assert.equal(lines.length, FILE.split('\n').length);
  });

  it('waits for what makes it, where that is made in the same file', () => {
    const own = `const css = (text) => text;\nconst a = css\`:host{color:red}\`;\nfunction table(name, english) {}\nconst words = table("words", {\n\ta: "A"\n});\n`;
    assert.equal(
      gathered(own),
      `const css = (text) => text;const a = css\`:host{color:red}\`;\n\nfunction table(name, english) {}\nconst words = table("words", {\n\ta: "A"\n});\n`,
    );
  });

  it('is nothing in a file without any', () => {
    assert.equal(gathered('const a = 1;\n'), 'const a = 1;\n');
  });
});
