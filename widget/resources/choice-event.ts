// How a checklist tells what is ticked. For the element around it; one class.
import type { ResourceId } from '../../shared/ids.ts';

/** Other resources are ticked than before. Does not bubble. */
export class ResourcesChosenEvent extends Event {
  static readonly type = 'ua-resources-chosen';
  /** The key of the kind. */
  readonly kind: string;
  /** Everything that is ticked. */
  readonly resourceIds: readonly ResourceId[];
  /** How many of them differ from what the person has. */
  readonly changes: number;

  constructor(kind: string, resourceIds: readonly ResourceId[], changes: number) {
    super(ResourcesChosenEvent.type);
    this.kind = kind;
    this.resourceIds = resourceIds;
    this.changes = changes;
  }
}
