export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Runs once after a delay in milliseconds; the answer takes it back. */
  after(milliseconds: number, run: () => void): () => void;
}
