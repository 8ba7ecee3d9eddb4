/** Several requests in one body: a JSON list in, a JSON list out, as Apollo's clients have it. */
import type { FastifyRequest } from 'fastify';
import type { Asker, Engine, GraphqlRequest } from '../engine.ts';
import { Refusal } from '../refusal.ts';
import { refusalBody, refusalFor } from './refusals.ts';
import { requestInBody } from './request-parameters.ts';

/** @returns JSON text. Queries run side by side; with anything else among them, one runs after the other. */
export async function answerBatch(
  request: FastifyRequest,
  bodies: readonly unknown[],
  findOperation: (request: GraphqlRequest) => GraphqlRequest | Promise<GraphqlRequest>,
  engine: Engine,
  asker: Asker,
): Promise<string> {
  if (bodies.length === 0) throw new Refusal('BAD_REQUEST', 'The batch is empty.');
  const isQuery = async (body: unknown) => {
    try {
      return (await engine.kindOf(await findOperation(requestInBody(body)), asker)) === 'query';
    } catch {
      // It is refused, and told so in its place.
      return true;
    }
  };
  const answer = async (body: unknown) => {
    try {
      return (await engine.answer(await findOperation(requestInBody(body)), asker)).body;
    } catch (error) {
      return refusalBody(refusalFor(error, request));
    }
  };
  const queriesOnly = (await Promise.all(bodies.map(isQuery))).every(Boolean);
  const answers = queriesOnly ? await Promise.all(bodies.map(answer)) : [];
  if (!queriesOnly) for (const body of bodies) answers.push(await answer(body));
  return `[${answers.join(',')}]`;
}
