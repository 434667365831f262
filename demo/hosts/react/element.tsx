import { start } from './app.tsx';
import { People } from './people-element.tsx';

start(People);
