// What the address box tells the element around it. Not an intent and not public: it does not bubble.
import type { AddressCount } from './address-box-chips.ts';

/** What stands in an address box has changed. */
export class AddressesChangedEvent extends Event {
  static readonly type = 'ua-addresses-changed';
  readonly count: AddressCount;

  constructor(count: AddressCount) {
    super(AddressesChangedEvent.type);
    this.count = count;
  }
}
