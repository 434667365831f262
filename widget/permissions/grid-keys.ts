// Moving between the boxes of a grid with the keyboard. Knows rows and columns, not what the boxes mean.

/** A place in the grid: row -1 is the head. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

const PAGE = 10;

/**
 * The place that `event` leads to from `at`, or undefined where the key is not for moving.
 *
 * Arrows by one, Home and End along the row, with Ctrl to the corners, Page keys by ten rows.
 */
export function moveInGrid(
  event: KeyboardEvent,
  at: GridPlace,
  rows: number,
  columns: number,
  isRightToLeft: boolean,
): GridPlace | undefined {
  const toCorner = event.ctrlKey || event.metaKey;
  // With another key an arrow is the browser's: to the page before.
  if (event.altKey || (toCorner && event.key.startsWith('Arrow'))) return undefined;
  const step = isRightToLeft ? -1 : 1;
  const moves: Readonly<Record<string, GridPlace>> = {
    ArrowUp: { row: at.row - 1, column: at.column },
    ArrowDown: { row: at.row + 1, column: at.column },
    ArrowLeft: { row: at.row, column: at.column - step },
    ArrowRight: { row: at.row, column: at.column + step },
    Home: { row: toCorner ? -1 : at.row, column: 0 },
    End: { row: toCorner ? rows - 1 : at.row, column: columns - 1 },
    PageUp: { row: at.row - PAGE, column: at.column },
    PageDown: { row: at.row + PAGE, column: at.column },
  };
  const to = moves[event.key];
  return to && { row: clamp(to.row, -1, rows - 1), column: clamp(to.column, 0, columns - 1) };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
