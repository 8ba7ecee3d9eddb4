/** The field in which a plain form says where the visitor comes back to: a path below the locale. */
export const returnField = 'arcade-return';
