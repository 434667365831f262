// The design tokens: public `--ua-*` properties with their defaults, read by every element as private `--_*`. Values only.
import { css } from 'lit';

/**
 * The tokens of every element. Private names, so that an element inside another never overrides what the page has set.
 * Light and dark follow the inherited `color-scheme`.
 */
export const tokens = css`
  :host {
    --_font: var(--ua-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif);
    --_font-size: var(--ua-font-size, 14px);
    --_heading-font: var(--ua-heading-font, var(--_font));
    --_tiny: calc(var(--_font-size) - 2px);
    --_small: calc(var(--_font-size) - 1px);
    --_title: calc(var(--_font-size) + 1px);
    --_large: calc(var(--_font-size) + 3px);
    --_space: var(--ua-space, 16px);
    --_snug: calc(var(--_space) * 0.75);
    --_wide: calc(var(--_space) + 4px);
    --_radius: var(--ua-radius, 8px);
    --_radius-small: calc(var(--_radius) * 0.75);
    --_radius-large: calc(var(--_radius) + 2px);
    --_control: var(--ua-control-height, 36px);
    --_row-height: var(--ua-row-height, 52px);

    --_surface: var(--ua-surface, light-dark(#ffffff, #16171a));
    --_subtle: var(--ua-subtle, light-dark(#f7f7f9, #1c1d21));
    --_hover: var(--ua-hover, light-dark(#f3f4f6, #212328));
    --_line: var(--ua-line, light-dark(#e6e6eb, #2a2c32));
    --_line-strong: var(--ua-line-strong, light-dark(#c9cad2, #42454e));
    --_text: var(--ua-text, light-dark(#1a1b1f, #ededf0));
    --_muted: var(--ua-muted, light-dark(#5d5f6a, #a2a4af));

    --_accent: var(--ua-accent, light-dark(#3550d2, #4a64e4));
    --_on-accent: var(--ua-on-accent, #ffffff);
    --_accent-text: light-dark(var(--_accent), color-mix(in oklab, var(--_accent), white 48%));
    --_accent-soft: light-dark(
      color-mix(in oklab, var(--_accent) 7%, var(--_surface)),
      color-mix(in oklab, var(--_accent) 20%, var(--_surface))
    );
    --_danger: var(--ua-danger, light-dark(#c4262e, #d13f45));
    --_danger-text: light-dark(var(--_danger), color-mix(in oklab, var(--_danger), white 48%));
    --_danger-soft: light-dark(oklch(from var(--_danger-text) 0.966 0.022 h), oklch(from var(--_danger-text) 0.25 0.035 h));
    --_success-text: var(--ua-success, light-dark(#13734a, #58cf96));
    --_success-soft: light-dark(oklch(from var(--_success-text) 0.966 0.022 h), oklch(from var(--_success-text) 0.25 0.035 h));
    --_warning-text: var(--ua-warning, light-dark(#865300, #efbb5b));
    --_warning-soft: light-dark(oklch(from var(--_warning-text) 0.966 0.022 h), oklch(from var(--_warning-text) 0.25 0.035 h));

    --_ring: var(--ua-focus-width, 2px) solid var(--ua-focus, var(--_accent-text));
    --_shadow-small: 0 1px 2px light-dark(rgb(16 18 27 / 6%), rgb(0 0 0 / 30%));
    --_shadow: var(--ua-shadow, 0 8px 28px light-dark(rgb(16 18 27 / 14%), rgb(0 0 0 / 55%)), 0 1px 3px light-dark(rgb(16 18 27 / 10%), rgb(0 0 0 / 40%)));
    --_quick: var(--ua-motion, 140ms) cubic-bezier(0.2, 0, 0, 1);
  }
`;
