// Names and texts in statements: whatever they contain, they stay what they are.
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { fitting, ident, idents, keptName, literal, tableIdent } from './quote.ts';

describe('names in statements', () => {
  it('are quoted whole, whatever is in them', () => {
    assert.equal(ident('orders'), '"orders"');
    assert.equal(ident('a"; DROP TABLE b; --'), '"a""; DROP TABLE b; --"');
    assert.equal(tableIdent({ schema: 'My schema', table: 'x.y' }), '"My schema"."x.y"');
    assert.equal(idents(['a', 'b"']), '"a", "b"""');
    fc.assert(
      fc.property(fc.string(), (name) => {
        assert.match(ident(name), /^"(?:[^"]|"")*"$/);
      }),
    );
  });

  it('keep their difference where PostgreSQL would cut them', () => {
    const long = 'user_admin_' + 'ä'.repeat(40);
    const [one, other] = [fitting(`${long}a`), fitting(`${long}b`)];
    assert.notEqual(one, other);
    for (const name of [one, other]) assert.ok(Buffer.byteLength(name) <= 63 && name.isWellFormed());
    assert.equal(fitting('user_admin_staff'), 'user_admin_staff');
  });

  it('are cut as PostgreSQL does it where they are the host’s: at 63 bytes, and not within a character', () => {
    const cut = (table: string) => keptName({ schema: 'shop', table }).table;
    assert.equal(cut('orders'), 'orders');
    assert.equal(cut('x'.repeat(70)), 'x'.repeat(63));
    assert.equal(cut('ä'.repeat(40)), 'ä'.repeat(31));
    assert.equal(cut('🚲'.repeat(16)), '🚲'.repeat(15));
  });
});

describe('texts in statements', () => {
  it('end nowhere but at their end, with and without backslashes', () => {
    assert.equal(literal("it's"), "'it''s'");
    assert.equal(literal(String.raw`\'; --`), String.raw` E'\\''; --'`);
    fc.assert(
      fc.property(fc.string(), (text) => {
        assert.match(literal(text), /^'(?:[^'\\]|'')*'$|^ E'(?:[^'\\]|''|\\\\)*'$/);
      }),
    );
  });
});
