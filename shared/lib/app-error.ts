import type { ErrorCode } from '../contract/errors.ts';

/** What an error looks like on the wire: plain data, because Error objects lose their fields. */
export interface PlainError {
  readonly code: ErrorCode;
  readonly message: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** An expected refusal. `message` says what, where and what to do; `details` holds its figures. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, details: Readonly<Record<string, unknown>> = {}) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }

  toPlain(): PlainError {
    return { code: this.code, message: this.message, details: this.details };
  }
}
