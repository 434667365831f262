// Asks for a fresh proof of who the viewer is. Its code is loaded when something needs one.
import type { LitElement } from 'lit';
import type { ProofTools } from '../account/prove.ts';

/** Whether there is a fresh proof of who the viewer is, after asking for one in `widget`. */
export async function isProved(
  widget: LitElement & { readonly endpoint: string },
  asking: Omit<ProofTools, 'host' | 'frame' | 'endpoint'>,
): Promise<boolean> {
  try {
    const { prove } = await import('../account/prove.ts');
    const frame = widget.renderRoot.querySelector('.frame')!;
    return await prove({ host: widget, frame, endpoint: widget.endpoint, ...asking });
  } catch {
    // Without its code nothing can be asked, and the refusal stands.
    return false;
  }
}
