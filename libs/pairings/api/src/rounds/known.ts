import { isId } from '@flipside/kernel';
import { barrier } from '@flipside/platform-api';

/** An id as it came in, or the answer for something that does not exist. */
export const known = (id: string): string => {
  if (!isId(id)) throw barrier('NOT_FOUND');
  return id;
};
