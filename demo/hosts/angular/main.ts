import '../page.css';
import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app.ts';

await bootstrapApplication(App);
