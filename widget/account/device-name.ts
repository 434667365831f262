// What a browser is called in the language of the viewer. Words only.
import { namesInDevice } from '../../shared/sessions/device.ts';
import { accountStrings as strings } from '../i18n/account-strings.ts';

/** The name of what was written down as `device`; '' where nothing is known of it. */
export function deviceName(device: string): string {
  const [browser = '', system] = namesInDevice(device);
  return system === undefined ? browser : strings.browserOn(browser, system);
}
