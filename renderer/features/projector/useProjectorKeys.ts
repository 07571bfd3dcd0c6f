/** The keys of the projector, where a session runs. */
export const useProjectorKeys = (_dossierId: string, _sessionId: string): void => {};
