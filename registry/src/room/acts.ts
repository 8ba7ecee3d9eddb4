// Deploy, promote and roll back from the control room: a confirmation (GET), and the act itself (POST), which leads back to the unit.
import { versionName } from '@arcade/mfe-kit/manifest';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ApiError, statuses } from '../api-errors.ts';
import type { Asker } from '../control-plane.ts';
import { anyUnit } from '../manifests.ts';
import type { Refused } from '../refusals.ts';
import { type Command, isRefusal } from '../rollout.ts';
import type { Entry } from '../store.ts';
import { mayWrite, notOpenedBy, type Token } from '../tokens.ts';
import { confirmPage } from './confirm-page.ts';
import { unitPath } from './layout.ts';
import { preview } from './preview.ts';
import type { Room } from './room.ts';
import { show } from './show.ts';
import { signInPage } from './sign-in.ts';

/** A form sends what was left out as an empty text. */
const filled = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const number = z.coerce.number();
const version = filled(versionName.optional());

const fields = {
  deploy: z.object({
    version: filled(versionName.default('latest')),
    traffic: filled(number.default(100)),
    to: filled(number.optional()),
    everyMs: filled(number.optional()),
    // Empty: nobody had any release.
    from: z
      .string()
      .transform((text) => text || null)
      .optional(),
  }),
  promote: z.object({ version }),
  rollback: z.object({ from: version }),
};
const how = z.object({
  force: filled(z.literal('true').optional()).transform((text) => (text ? true : undefined)),
  reason: z
    .string()
    .trim()
    .max(500)
    .transform((text) => text || undefined)
    .optional(),
});
const ofUnit = z.object({ unit: anyUnit });

function commandOf(name: Command['command'], unit: string, given: unknown): Command {
  switch (name) {
    case 'deploy':
      return { command: name, unit, ...fields.deploy.parse(given) };
    case 'promote':
      return { command: name, unit, ...fields.promote.parse(given) };
    case 'rollback':
      return { command: name, unit, ...fields.rollback.parse(given) };
  }
}

export function actRoutes(app: FastifyInstance, room: Room): void {
  const { plane, sessions } = room;

  /** Undefined when nobody is signed in. */
  function allowed(request: FastifyRequest): { viewer: Token; unit: string } | undefined {
    const { unit } = ofUnit.parse(request.params);
    const viewer = sessions.viewer(request);
    if (!viewer) return undefined;
    if (!mayWrite(viewer, unit)) throw new ApiError(403, 'TOKEN_OF_OTHERS', notOpenedBy(viewer, unit));
    return { viewer, unit };
  }

  async function confirm(
    reply: FastifyReply,
    facts: { viewer: Token; command: Command; refused?: Refused; reason?: string | undefined },
  ) {
    const previewed = await preview(facts.command, room);
    const refusal = facts.refused ?? (isRefusal(previewed) ? previewed : undefined);
    return show(reply.code(refusal ? statuses[refusal.refused] : 200), confirmPage({ ...facts, previewed }));
  }

  function act(command: Command, by: Asker): Promise<Entry[] | Refused> {
    switch (command.command) {
      case 'deploy':
        return plane.deploy(command, by);
      case 'promote':
        return plane.promote(command, by);
      case 'rollback':
        return plane.rollback(command, by);
    }
  }

  for (const name of ['deploy', 'promote', 'rollback'] as const) {
    const address = `/units/:unit/${name}`;
    app.get(address, async (request, reply) => {
      const who = allowed(request);
      if (!who) return reply.redirect(`/sign-in?next=${encodeURIComponent(request.url)}`, 303);
      return confirm(reply, { viewer: who.viewer, command: commandOf(name, who.unit, request.query) });
    });
    app.post(address, async (request, reply) => {
      const who = allowed(request);
      if (!who)
        return show(
          reply.code(401),
          signInPage(
            unitPath(ofUnit.parse(request.params).unit),
            'You are not signed in, or no longer: nothing was done.',
          ),
        );
      const { viewer, unit } = who;
      const command = commandOf(name, unit, request.body);
      const { force, reason } = how.parse(request.body);
      const outcome = await act({ ...command, force }, { actor: viewer.name, reason });
      if (isRefusal(outcome)) return confirm(reply, { viewer, command, refused: outcome, reason });
      // Of one unit a command makes one act at most.
      return reply.redirect(`${unitPath(unit)}?done=${outcome[0]?.number ?? 0}`, 303);
    });
  }
}
