// The grid's edits without a grid. No DOM.
import { expect } from '@open-wc/testing';
import type { ResourceId } from '../../shared/ids.ts';
import type { GrantRow } from '../../shared/permissions/permissions.ts';
import { StagedGrants } from './staged-grants.ts';

const aRow = (resource: string, actions: string[], { role = 'staff', version = 1 } = {}): GrantRow => ({
  resourceId: `resource-${resource}` as ResourceId,
  resource,
  role,
  actions,
  version,
});

const ORDERS = aRow('orders', ['read']);
const BOOKS = aRow('books', ['read', 'write']);
const VISITED = aRow('orders', [], { role: 'anon', version: 0 });

const aGrid = () => {
  const grid = new StagedGrants(['read', 'write', 'delete']);
  grid.load([ORDERS, BOOKS, VISITED]);
  return grid;
};
const orders = (grid: StagedGrants) => grid.rows('staff')[0]!;

describe('staged grants', () => {
  it('T32 stages a box without saving it, and is clean again when it is put back', () => {
    const grid = aGrid();
    grid.set([ORDERS], ['delete'], true);
    expect(orders(grid)).to.deep.include({ actions: ['read', 'delete'], isDirty: true });
    expect(grid.count()).to.equal(1);
    grid.set([ORDERS], ['delete'], false);
    expect(orders(grid)).to.deep.include({ actions: ['read'], isDirty: false });
    expect(grid.count()).to.equal(0);
  });

  it('T32 keeps the actions in the order of the policy whatever the order of the clicks', () => {
    const grid = aGrid();
    grid.set([VISITED], ['delete'], true);
    grid.set([VISITED], ['read'], true);
    expect(grid.rows('anon')[0]!.actions).to.deep.equal(['read', 'delete']);
  });

  it('T31 keeps the edits of one role while another is shown, and counts them per role', () => {
    const grid = aGrid();
    grid.set([ORDERS, BOOKS], ['delete'], true);
    grid.set([VISITED], ['read'], true);
    expect([grid.count('staff'), grid.count('anon'), grid.count('member'), grid.count()]).to.deep.equal([
      2, 1, 0, 3,
    ]);
  });

  it('T32 sends the dirty rows of every role with the version that was seen', () => {
    const grid = aGrid();
    grid.set([ORDERS], ['write'], true);
    grid.set([VISITED], ['read'], true);
    expect(grid.send()).to.deep.equal([
      { resourceId: ORDERS.resourceId, role: 'staff', actions: ['read', 'write'], version: 1 },
      { resourceId: ORDERS.resourceId, role: 'anon', actions: ['read'], version: 0 },
    ]);
    expect(orders(grid).isSaving).to.equal(true);
    expect(grid.send(), 'nothing is sent twice').to.deep.equal([]);
  });

  it('T33 T34 turns a saved row clean while a failed one keeps its edit and the reason', () => {
    const grid = aGrid();
    grid.set([ORDERS, BOOKS], ['delete'], true);
    grid.send();
    grid.settle([
      {
        resourceId: ORDERS.resourceId,
        role: 'staff',
        row: aRow('orders', ['read', 'delete'], { version: 2 }),
      },
      { resourceId: BOOKS.resourceId, role: 'staff', refused: 'resource_not_found' },
    ]);
    const [first, second] = grid.rows('staff');
    expect(first).to.deep.include({ isDirty: false, isSaving: false, actions: ['read', 'delete'] });
    expect(second).to.deep.include({
      isDirty: true,
      isSaving: false,
      refused: 'resource_not_found',
      actions: ['read', 'write', 'delete'],
    });
  });

  it('T34 drops the reason when the row is edited again', () => {
    const grid = aGrid();
    grid.set([ORDERS], ['delete'], true);
    grid.fail(grid.send(), 'offline');
    expect(orders(grid).refused).to.equal('offline');
    grid.set([ORDERS], ['write'], true);
    expect(orders(grid)).to.not.have.property('refused');
  });

  describe('with a conflict', () => {
    const conflicting = () => {
      const grid = aGrid();
      grid.set([ORDERS], ['delete'], true);
      grid.send();
      const theirs = aRow('orders', ['read', 'write'], { version: 2 });
      grid.settle([
        { resourceId: ORDERS.resourceId, role: 'staff', refused: 'changed_meanwhile', row: theirs },
      ]);
      return { grid, theirs };
    };

    it('shows both values and waits for a choice', () => {
      const { grid, theirs } = conflicting();
      expect(orders(grid)).to.deep.include({ actions: ['read', 'delete'], theirs, isDirty: true });
      expect(grid.send()).to.deep.equal([]);
    });

    it('sends mine over theirs once it is kept', () => {
      const { grid } = conflicting();
      grid.choose(ORDERS, 'mine');
      expect(grid.send()).to.deep.equal([
        { resourceId: ORDERS.resourceId, role: 'staff', actions: ['read', 'delete'], version: 2 },
      ]);
    });

    it('is clean once theirs is taken', () => {
      const { grid } = conflicting();
      grid.choose(ORDERS, 'theirs');
      expect(orders(grid)).to.deep.include({ actions: ['read', 'write'], isDirty: false });
    });

    it('is none where both wished the same', () => {
      const grid = aGrid();
      grid.set([ORDERS], ['delete'], true);
      grid.send();
      grid.settle([
        {
          resourceId: ORDERS.resourceId,
          role: 'staff',
          refused: 'changed_meanwhile',
          row: aRow('orders', ['read', 'delete'], { version: 2 }),
        },
      ]);
      expect(orders(grid)).to.deep.include({ isDirty: false, actions: ['read', 'delete'] });
    });

    it('comes about by a refresh as well, and never loses the edit', () => {
      const grid = aGrid();
      grid.set([ORDERS], ['delete'], true);
      grid.load([aRow('orders', [], { version: 5 }), BOOKS]);
      expect(orders(grid)).to.deep.include({ actions: ['read', 'delete'] });
      expect(orders(grid).theirs!.version).to.equal(5);
    });

    it('brings discarded edits back, the conflict included', () => {
      const { grid, theirs } = conflicting();
      grid.set([BOOKS], ['delete'], true);
      const restore = grid.discard();
      expect(grid.count()).to.equal(0);
      restore();
      expect(grid.count()).to.equal(2);
      expect(orders(grid)).to.deep.include({ saved: ORDERS, actions: ['read', 'delete'], theirs });
    });

    it('shows what the others saved after everything is discarded', () => {
      const { grid } = conflicting();
      grid.discard();
      expect(orders(grid)).to.deep.include({ actions: ['read', 'write'], isDirty: false });
      expect(grid.count()).to.equal(0);
    });
  });

  it('keeps an edit that was made while the row was on its way, on top of what was saved', () => {
    const grid = aGrid();
    grid.set([ORDERS], ['delete'], true);
    grid.send();
    grid.set([ORDERS], ['write'], true);
    grid.settle([
      {
        resourceId: ORDERS.resourceId,
        role: 'staff',
        row: aRow('orders', ['read', 'delete'], { version: 2 }),
      },
    ]);
    expect(orders(grid)).to.deep.include({
      actions: ['read', 'write', 'delete'],
      isDirty: true,
      isSaving: false,
    });
    expect(grid.send()[0]!.version).to.equal(2);
  });

  it('keeps the wish to go back while the row is on its way', () => {
    const grid = aGrid();
    grid.set([ORDERS], ['delete'], true);
    grid.send();
    grid.set([ORDERS], ['delete'], false);
    grid.settle([
      {
        resourceId: ORDERS.resourceId,
        role: 'staff',
        row: aRow('orders', ['read', 'delete'], { version: 2 }),
      },
    ]);
    expect(orders(grid)).to.deep.include({ actions: ['read'], isDirty: true });
  });

  it('lets rows go that are no longer there, except those with an edit, and puts new ones in their place', () => {
    const grid = aGrid();
    grid.set([BOOKS], ['delete'], true);
    const fresh = [aRow('accounts', []), ORDERS];
    grid.load(fresh);
    grid.finish('staff', fresh);
    expect(grid.rows('staff').map((row) => row.saved.resource)).to.deep.equal([
      'books',
      'accounts',
      'orders',
    ]);
    grid.discard();
    grid.finish('staff', fresh);
    expect(grid.rows('staff').map((row) => row.saved.resource)).to.deep.equal(['accounts', 'orders']);
    expect(grid.rows('anon').length).to.equal(1);
  });

  it('does not take a refresh for a conflict while the row is on its way', () => {
    const grid = aGrid();
    grid.set([ORDERS], ['delete'], true);
    grid.send();
    grid.load([aRow('orders', ['read', 'delete'], { version: 2 })]);
    expect(orders(grid)).to.not.have.property('theirs');
    expect(orders(grid).isSaving).to.equal(true);
  });

  it('does not let an older reply overwrite a newer row', () => {
    const grid = aGrid();
    grid.load([aRow('orders', ['read', 'write'], { version: 7 })]);
    grid.load([aRow('orders', [], { version: 6 })]);
    expect(orders(grid).actions).to.deep.equal(['read', 'write']);
  });
});
