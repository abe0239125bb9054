import { Injectable } from '@nestjs/common';
import type { RequestContext, Viewer } from '@flipside/platform-api';
import DataLoader from 'dataloader';
import { PairingReader } from './pairing.reader.js';
import type { PairingType } from './pairing.type.js';

/** Pairings by id as the viewer may see them, one statement per request. */
@Injectable()
export class PairingLoader {
  constructor(private readonly reader: PairingReader) {}

  of(context: RequestContext, viewer: Viewer): DataLoader<string, PairingType | null> {
    return context.loader<string, PairingType | null>(
      this,
      () => new DataLoader((ids) => this.reader.byId(viewer, ids)),
    );
  }
}
