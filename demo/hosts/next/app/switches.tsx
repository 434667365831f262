// What the page around the element decides: theme, workspace, and whether it is there at all.
'use client';
import { useState } from 'react';
import { People } from './people.tsx';

/** The page, with the people on it. */
export function Switches() {
  const [theme, setTheme] = useState<'light' | 'dark'>('light');
  const [workspace, setWorkspace] = useState('meridian-group');
  const [isShown, setShown] = useState(true);
  const [invited, setInvited] = useState(0);
  return (
    <>
      <nav>
        <button onClick={() => setTheme('dark')}>Dark</button>
        <button onClick={() => setWorkspace('meridian-retail')}>Retail</button>
        <button onClick={() => setShown(!isShown)}>Show or hide</button>
        <output>{invited} invited</output>
      </nav>
      {isShown && <People workspace={workspace} theme={theme} onInvited={setInvited} />}
    </>
  );
}
