import type { ICruiseOptions, IFlattenedRuleSet } from 'dependency-cruiser';

interface Configuration {
  readonly forbidden: { readonly name: string }[] & NonNullable<IFlattenedRuleSet['forbidden']>;
  readonly options: ICruiseOptions;
}

declare const configuration: Configuration;
export default configuration;
