/** A failure that the person at the keyboard can act on: shown as its sentence, without a stack. */
export class Complaint extends Error {}
