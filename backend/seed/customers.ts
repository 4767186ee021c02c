import type { Address } from '../domain/mail/mail.ts';
import { createDice, type Dice } from './dice.ts';

const given =
  'Nadia Marek Aisha Pedro Ingrid Yusuf Clara Bogdan Mei Samuel Elif Jorge Hanna Oleg Priya Luca Fatima Sven Rosa Kwame Zofia Diego Leila Thomas Amara Pavel Ines Ravi Greta Emil';
const family =
  'Haddad Dvorak Okoye Silva Larsen Demir Moreau Popescu Lin Osei Kaya Fernandez Schmidt Petrov Sharma Romano Rahman Lindqvist Costa Mensah Nowak Torres Karimi Baker Diallo Novak Oliveira Iyer Vogel Jansen';
const houses =
  'harbour-estates northgate-homes lindenhof cedar-court bluewater-offices stadtwerke-nord olive-terrace kingsway-lofts parkside-clinic old-mill';

const customerCount = 5_000;
/** The customer of rank k writes in proportion to 1 / k to this power, so a few write very often. */
const skew = 0.8;
const firms = 0.4;

/** Five thousand people who do not exist, the same on every run, the one who writes most first. */
function makeCustomers(): Address[] {
  const dice = createDice(20_260);
  const [givenNames, familyNames, firmNames] = [given, family, houses].map((words) => words.split(' '));
  return Array.from({ length: customerCount }, (_, n) => {
    const first = givenNames?.[dice.below(givenNames.length)] ?? '';
    const last = familyNames?.[dice.below(familyNames.length)] ?? '';
    const firm = dice.chance(firms) ? firmNames?.[dice.below(firmNames.length)] : undefined;
    const place = firm === undefined ? 'example.com' : `${firm}.example`;
    return { email: `${first}.${last}.${n + 1}@${place}`.toLowerCase(), name: `${first} ${last}` };
  });
}

function cumulativeShares(): Float64Array {
  const shares = new Float64Array(customerCount);
  let sum = 0;
  for (let rank = 0; rank < customerCount; rank++) {
    sum += 1 / (rank + 1) ** skew;
    shares[rank] = sum;
  }
  return shares.map((share) => share / sum);
}

const customers = makeCustomers();
const shares = cumulativeShares();

export function someCustomer(dice: Dice): Address {
  return customers[firstAbove(shares, dice.next())] ?? { email: 'nadia.haddad@example.com', name: 'Nadia Haddad' };
}

/** Index of the first value greater than `wanted` in an ascending list, or of the last. */
export function firstAbove(ascending: Float64Array, wanted: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}
