/** Small durable facts of the workflow: how far the log was followed, which hour a schedule ran, whose turn is next. */
export interface WorkflowState {
  read(key: string): Promise<string | null>;
  write(key: string, value: string): Promise<void>;
  /** Every fact whose key begins so, by key. */
  list(prefix: string): Promise<Record<string, string>>;
}
