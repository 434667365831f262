import { start } from './app.tsx';
import { People } from './people.tsx';

start(People);
