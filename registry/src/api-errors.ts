// What the API and the control room answer when something is wrong: a status, and a code that programs can tell apart.
import { z } from 'zod';
import type { Refused } from './refusals.ts';
import { ReleaseRefused } from './releases.ts';
import { UploadRefused } from './upload.ts';

export const statuses: Record<Refused['refused'], 400 | 404 | 409 | 503> = {
  TRAFFIC_INVALID: 400,
  REASON_MISSING: 400,
  WHOLE_ONLY: 400,
  RELEASE_UNKNOWN: 404,
  VERSION_AMBIGUOUS: 409,
  STABLE_ALREADY: 409,
  OTHER_CANDIDATE: 409,
  NO_CANDIDATE: 409,
  NOTHING_LIVE: 409,
  NOTHING_BEFORE: 409,
  MOVED_ON: 409,
  CHECK_FAILED: 409,
  BUSY: 503,
};

export class ApiError extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const uploadStatuses: Record<UploadRefused['code'], number> = {
  UPLOAD_INVALID: 400,
  UNIT_WRONG: 400,
  UPLOAD_TOO_LARGE: 413,
  UPLOAD_TOO_SLOW: 408,
};

export function explain(error: unknown): { status: number; code: string; message: string } {
  if (error instanceof ApiError) return error;
  if (error instanceof UploadRefused) return { ...refusalOf(error), status: uploadStatuses[error.code] };
  if (error instanceof ReleaseRefused) {
    return { ...refusalOf(error), status: error.code === 'VERSION_TAKEN' ? 409 : 400 };
  }
  if (error instanceof z.ZodError) {
    return { status: 400, code: 'REQUEST_INVALID', message: z.prettifyError(error).replaceAll('\n', ' ') };
  }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status < 500 && error instanceof Error)
    return { status, code: 'REQUEST_INVALID', message: error.message };
  return { status: 500, code: 'FAILED', message: 'The registry failed; its log says why.' };
}

const refusalOf = ({ code, message }: UploadRefused | ReleaseRefused) => ({ code, message });
