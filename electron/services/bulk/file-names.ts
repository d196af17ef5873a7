/** The records that the rows of one file name, its data set's own source among them. */
import { type DataSet, sourceOfDataSet } from '../../../shared/import/data-sets.ts';
import type { ReadSource } from '../../../shared/import/imported.ts';
import type { Reader } from '../../db/sqlite.ts';
import { ImportNames, type NameMaker } from './import-names.ts';

export class FileNames {
  readonly names: ImportNames;
  readonly #dataSet: DataSet;
  #dataSetSource: string | undefined;
  #isDataSetNew = false;

  constructor(db: Reader, dataSet: DataSet, maker: NameMaker) {
    this.#dataSet = dataSet;
    this.names = new ImportNames(db, maker);
  }

  /** Id of the source that stands for the data set itself. */
  get dataSetSource(): string {
    if (this.#dataSetSource === undefined) {
      const source = sourceOfDataSet(this.#dataSet);
      this.#isDataSetNew = !this.names.hasNamedSource(source.title);
      this.#dataSetSource = this.names.namedSource(source);
    }
    return this.#dataSetSource;
  }

  /** The same, when it was made just now. */
  get newDataSetSource(): string | undefined {
    return this.#isDataSetNew ? this.#dataSetSource : undefined;
  }

  /** Id of a source that a row names. */
  source(source: ReadSource): string {
    const isDataSet = source.title === this.#dataSet.title && source.url === null;
    return isDataSet ? this.dataSetSource : this.names.source(source);
  }
}
