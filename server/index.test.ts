// The public door by itself: what it refuses to start with.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { OptionsError, createUserAdmin, tables } from './index.ts';
import { inFolder } from './testing/folder.ts';

describe('the door', () => {
  it('says in words what was not handed over, as where a variable of the environment is not set', async () => {
    const options = {
      policy: tables,
      database: { url: undefined! },
      baseUrl: undefined!,
      secret: undefined!,
    };
    await assert.rejects(createUserAdmin(options), {
      message: [
        'These options cannot work:',
        '- database.url: is not set',
        '- baseUrl: must be an address such as https://app.example/people',
        '- secret: must have at least 32 characters; make one with: openssl rand -base64 48',
      ].join('\n'),
    });
  });

  it('SEC_K08 takes no clock and no ids from outside in production', () =>
    inFolder(async (folder) => {
      const options = {
        policy: tables,
        database: { url: `file:${join(folder, 'test.db')}` },
        baseUrl: 'https://people.example',
        secret: 'a secret of a deployment for tests only',
        isProduction: true,
      };
      for (const surroundings of [{ now: () => 0 }, { newId: () => 'same-id-always' }])
        await assert.rejects(createUserAdmin(options, surroundings), OptionsError);
      await (await createUserAdmin(options, { onInternalError: () => undefined })).close();
    }));
});
