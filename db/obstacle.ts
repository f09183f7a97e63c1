/** An expected problem outside the portal, such as a full disk: reported as a sentence without a stack. */
export class Obstacle extends Error {}
