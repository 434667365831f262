// What the page around the element decides: theme, workspace, and whether it is there at all.
import { Component, signal } from '@angular/core';
import { People } from './people.ts';

@Component({
  selector: 'app-root',
  imports: [People],
  template: `<nav>
      <button (click)="theme.set('dark')">Dark</button>
      <button (click)="workspace.set('meridian-retail')">Retail</button>
      <button (click)="isShown.set(!isShown())">Show or hide</button>
      <output>{{ invited() }} invited</output>
    </nav>
    @if (isShown()) {
      <app-people [workspace]="workspace()" [theme]="theme()" (invited)="invited.set($event)" />
    }`,
})
export class App {
  readonly theme = signal<'light' | 'dark'>('light');
  readonly workspace = signal('meridian-group');
  readonly isShown = signal(true);
  readonly invited = signal(0);
}
