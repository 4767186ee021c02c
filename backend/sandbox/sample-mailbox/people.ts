import type { Person } from './sample-mail.ts';

export function person(name: string, address: string): Person {
  return { name, address };
}

export const support = person('Contoso Support', 'support@contoso.example');
export const jonas = person('Jonas Weber', 'jonas.weber@contoso.example');
export const lena = person('Lena Fischer', 'lena.fischer@contoso.example');
export const mei = person('Mei Lin', 'mei.lin@contoso.example');
export const reception = person('Contoso Reception', 'reception@contoso.example');

// Tenants, owners and caretakers.
export const nadia = person('Nadia Haddad', 'nadia.haddad@example.com');
export const elmOwners = person('Elm Street 14 owners', 'elm14-owners@example.com');
export const karim = person('Karim Haddad', 'karim.haddad@example.net');
export const grace = person('Grace Mbeki', 'grace.mbeki@example.com');
export const piotr = person('Piotr Zielinski', 'piotr.zielinski@lindencourt.example');
export const leila = person('Leila Rahimi', 'leila.rahimi@example.com');
export const ingrid = person('Ingrid Solberg', 'ingrid.solberg@harbourview.example');
export const marek = person('Marek Dvorak', 'marek.dvorak@harbourview.example');
export const claire = person('Claire Dubois', 'claire.dubois@quai21.example');
export const tomas = person('Tomás Herrera', 'tomas.herrera@casaverde.example');
export const sabine = person('Sabine Vogt', 'sabine.vogt@example.com');
export const rohr = person('Rohr & Söhne Disposition', 'dispatch@rohr.example');
export const walter = person('Walter Brandt', 'w.brandt@example.org');

// Customers of the software.
export const dana = person('Dana Whitfield', 'dana.whitfield@brightline.example');
export const brightlineBooks = person('Colin Marsh', 'colin.marsh@brightline.example');
export const owen = person('Owen Park', 'owen.park@kitewell.example');
export const noor = person('Noor Hassan', 'noor.hassan@flowdesk.example');
export const flowdeskData = person('Ben Achterberg', 'ben.achterberg@flowdesk.example');
export const rafael = person('Rafael Costa', 'rafael.costa@example.com');
export const hanna = person('Hanna Lindqvist', 'hanna.lindqvist@nordhus.example');
export const yusuf = person('Yusuf Demir', 'yusuf.demir@papierwerk.example');
export const aoife = person('Aoife Brennan', 'aoife.brennan@rentwise.example');
export const kenji = person('Kenji Watanabe', 'kenji.watanabe@softlane.example');
export const margaret = person('Margaret Oyelaran', 'm.oyelaran@tidewater.example');
