/** An expected obstacle outside the portal (a full disk, a wrong address): told in its sentence, without a stack. */
export class Obstacle extends Error {}
