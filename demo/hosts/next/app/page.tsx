import { connection } from 'next/server';
import { Switches } from './switches.tsx';

export default async function Page() {
  // A nonce is for one answer, so the page is made for each request.
  await connection();
  return <Switches />;
}
