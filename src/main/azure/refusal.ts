import type { Problem } from '../../shared/problem.ts';

/** Carries a problem of ours through a library that knows only exceptions. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}
