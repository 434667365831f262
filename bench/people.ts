// Believable people by their number, the same in every run. Pure.

const FIRST = [
  'Anna',
  'Ben',
  'Carla',
  'David',
  'Eva',
  'Finn',
  'Greta',
  'Hugo',
  'Ida',
  'Jonas',
  'Klara',
  'Leo',
  'Mia',
  'Noah',
  'Olga',
  'Paul',
  'Quinn',
  'Rosa',
  'Sam',
  'Tina',
];
const LAST = [
  'Adler',
  'Brandt',
  'Clark',
  'Dietz',
  'Ekman',
  'Fischer',
  'Garcia',
  'Huber',
  'Ivanov',
  'Jansen',
  'Keller',
  'Lopez',
  'Moser',
  'Novak',
  'Olsen',
  'Peters',
  'Quist',
  'Ruiz',
  'Smith',
  'Tanaka',
];

/** A person of a benchmark. */
export interface Person {
  readonly name: string;
  readonly email: string;
  readonly role: 'owner' | 'admin' | 'staff' | 'member';
  readonly isActive: boolean;
}

/** The person with number `n`. */
export function person(n: number): Person {
  const [first, last] = [FIRST[n % FIRST.length]!, LAST[Math.floor(n / FIRST.length) % LAST.length]!];
  const role = n === 0 ? 'owner' : n % 50 === 0 ? 'admin' : n % 3 === 0 ? 'staff' : 'member';
  return {
    name: `${first} ${last} ${n.toString(36)}`,
    email: `${first}.${last}.${n}@example.test`.toLowerCase(),
    role,
    isActive: n % 17 !== 3,
  };
}
