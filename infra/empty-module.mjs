/** Stands for a style sheet or a picture where specs import one. */
export default {};
