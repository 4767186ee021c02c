import assert from 'node:assert/strict';
import type { SupportCase } from '../../../backend/domain/case/case.ts';
import { cardVerbs, dialogs } from '../../../bot/cards/verbs.ts';
import { commandTable } from '../../../bot/commands/table.ts';
import { cardStates } from '../cards/card-states.ts';
import { workRows } from './card-rows.ts';
import { commandRows } from './command-rows.ts';
import { otherRows } from './other-card-rows.ts';
import { actionsOf, ana, openStage, type Scope, type Stage, scopes, titleOf } from './stage.ts';

const cardRows = { ...workRows, ...otherRows };

/**
 * What the playground cannot do: clients ask by themselves for a card that is shown again, and a case is made from a
 * message. It knows no dialogs either, so that forms come into the chat here. `tests/bot/deeds.test.ts` does all of these.
 */
const notHere = ['case.refresh', 'alert.refresh', 'new-case'];

describe('Everything the bot can do, in the playground', function () {
  this.timeout(40_000);
  let stage: Stage;
  before(async () => {
    stage = await openStage();
    await stage.say('hi');
    await stage.say('hi', 'group');
    // Places are kept in memory for a few seconds.
    stage.product.clock.advance(6_000);
  });
  after(() => stage?.close());

  describe('every card', () => {
    it('of the card sheet has its row here', () => {
      assert.deepEqual(
        Object.keys(cardStates).filter((name) => !(name in cardRows)),
        [],
      );
    });

    for (const [name, { show, says, buttons }] of Object.entries(cardRows)) {
      it(`is shown, and says what is so: ${name}`, async () => {
        const { card } = await show(stage);
        assert.match(JSON.stringify(card), says);
        assert.deepEqual([...new Set(actionsOf(card).map(titleOf))].sort(), Object.keys(buttons).sort());
      });

      for (const [title, answered] of Object.entries(buttons)) {
        if (answered === 'page') continue;
        it(`is shown, and answers: ${name} › ${title}`, async () => {
          const { inputs = {}, says: after } = answered instanceof RegExp ? { says: answered } : answered;
          const { card } = await stage.press(await show(stage), title, inputs);
          assert.match(JSON.stringify(card), after);
        });
      }
    }

    it('was pressed on every button there is', () => {
      const all = [...cardVerbs, ...dialogs].filter((one) => !notHere.includes(one));
      assert.deepEqual(
        all.filter((one) => !stage.pressed.has(one)),
        [],
      );
    });
  });

  describe('a press', () => {
    const guest = 'user-guest';
    const other = 'user-ana';
    const inChannel = async (value: SupportCase) => stage.say(value.number, 'channel');

    for (const [title, deed, won] of [
      ['Take it', () => stage.opened(), /(?:Jonas Weber|Ana Ruiz) has it/],
      ['Resolve', () => stage.taken(), /Resolved/],
    ] as const) {
      it(`of two at once is done once, and both see what is true: ${title}`, async () => {
        const value = await deed();
        const card = await inChannel(value);
        const answers = await Promise.all([stage.press(card, title), stage.press(card, title, {}, other)]);
        for (const answer of answers) assert.match(JSON.stringify(answer.card), won);
        const history = await stage.product.history(value.id);
        const deeds = history.filter(({ actor }) => actor.surface === 'teams');
        assert.equal(deeds.length, 1);
      });
    }

    it('a week late shows what is true now, and changes nothing', async () => {
      const value = await stage.taken();
      const task = await stage.say(`task ${value.number} Call the plumber`, 'channel');
      const cards = [
        [await inChannel(value), 'Await customer'],
        [task, 'Done'],
      ] as const;
      const done = await stage.say(`tasks ${value.number}`, 'channel');
      await stage.press(done, 'Done');
      await stage.product.app.changeStatus(ana, value.id, { status: 'resolved' });
      await stage.product.app.changeStatus(ana, value.id, { status: 'closed' });
      stage.product.clock.advance(7 * 24 * 3_600_000);
      const before = await stage.product.app.getCase(value.id);
      for (const [card, title] of cards) {
        const answer = await stage.press(card, title);
        assert.match(JSON.stringify(answer.card), /Nothing was changed\. Meanwhile it is closed|It was done already/);
      }
      assert.equal((await stage.product.app.getCase(value.id)).etag, before.etag);
    });

    it('of somebody who may not is answered with who may, and changes nothing', async () => {
      const value = await stage.taken();
      const form = await stage.press(await stage.say(`sla ${value.number}`, 'channel'), 'Extend…');
      assert.match(await stage.told(form, 'Extend', other), /Nothing was changed\. .*manager/);
      assert.match(await stage.told(await inChannel(value), 'Resolve', guest), /You are not known here/);
      assert.equal((await stage.caseNow(value)).status, 'in_progress');
    });
  });

  describe('every command', () => {
    it('has its row here', () => {
      assert.deepEqual(Object.keys(commandRows).sort(), commandTable.map(({ name }) => name).sort());
    });

    for (const scope of Object.keys(scopes) as Scope[]) {
      for (const { name, example } of commandTable) {
        it(`is answered in the ${scope}: ${example}`, async () => {
          const row = commandRows[name];
          const one = await stage.taken();
          const other = await stage.opened('Boiler cold at Linden Court');
          await row?.before?.(stage, one.id);
          const text = example.replace('HC-1042', one.number).replace('HC-1001', other.number);
          const { card } = await stage.say(text, scope);
          assert.match(JSON.stringify(card), row?.elsewhere?.[scope] ?? row?.answers ?? /$^/);
          const now = await stage.caseNow(one);
          assert.ok(
            (await row?.leaves?.(now, { one, other }, stage)) ?? true,
            `${example} left ${JSON.stringify(now)}`,
          );
        });
      }
    }
  });
});
