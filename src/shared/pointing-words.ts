/** Where the one who asks points, and what said so. */
export interface PointingWords {
  readonly because: string;
  readonly context?: string | undefined;
  readonly username?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly subscriptionId?: string | undefined;
  /** Why what says so makes no sense. */
  readonly complaint?: string | undefined;
}
